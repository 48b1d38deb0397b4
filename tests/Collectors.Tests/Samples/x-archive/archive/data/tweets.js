window.YTD.tweets.part0 = [
  { "tweet" : { "id_str" : "5001", "created_at" : "Mon Jan 05 09:00:00 +0000 2026", "full_text" : "KANARI alone",
    "favorite_count" : "3", "entities" : { "user_mentions" : [ ], "hashtags" : [ { "text" : "KANARI" } ] } } },
  { "tweet" : { "id_str" : "5002", "created_at" : "Mon Jan 05 10:00:00 +0200 2026", "full_text" : "@ben_made KANARI yes @cleo",
    "in_reply_to_user_id_str" : "200", "in_reply_to_screen_name" : "ben_made",
    "entities" : { "user_mentions" : [ { "name" : "KANARI", "screen_name" : "ben_made", "indices" : [ "0", "9" ], "id_str" : "200" },
      { "name" : "KANARI", "screen_name" : "cleo", "indices" : [ "21", "26" ], "id_str" : "300" } ] } } },
  { "tweet" : { "retweeted" : false, "full_text" : "RT @dan_made: KANARI of @ben_made",
    "entities" : { "user_mentions" : [ { "name" : "KANARI", "screen_name" : "dan_made", "indices" : [ "3", "12" ], "id_str" : "400" },
      { "screen_name" : "ben_made", "indices" : [ "20", "29" ], "id_str" : "200" } ] },
    "id_str" : "5003", "created_at" : "2026-01-05T11:00:00.000Z" } }
]

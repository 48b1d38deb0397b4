window.YTD.tweets.part1 = [
  { "tweet" : { "id_str" : "5004", "created_at" : "Tue Jan 06 09:00:00 +0000 2026", "full_text" : "to myself KANARI",
    "in_reply_to_user_id_str" : "100", "entities" : { "user_mentions" : [ ] } } }
]

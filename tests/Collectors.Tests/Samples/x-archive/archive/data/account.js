window.YTD.account.part0 = [
  { "account" : { "email" : "KANARI@made.example", "createdVia" : "web", "username" : "ada_made", "accountId" : "100",
    "accountDisplayName" : "KANARI Ada" } }
]

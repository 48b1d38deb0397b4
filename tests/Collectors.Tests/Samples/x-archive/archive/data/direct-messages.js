window.YTD.direct_messages.part0 = [ { "dmConversation" : { "conversationId" : "100-999", "messages" : [
  { "messageCreate" : { "recipientId" : "999", "senderId" : "100", "text" : "KANARI", "createdAt" : "2026-01-05T09:00:00.000Z" } } ] } } ]

"""Reads an mbox with Python's own mailbox and email modules: one line of JSON a mail, headers only."""
import email.utils
import json
import mailbox
import sys
from datetime import timezone


def addresses(message, field):
    values = [str(value) for value in message.get_all(field, [])]
    return [address for _, address in email.utils.getaddresses(values) if address]


def instant(message):
    try:
        date = email.utils.parsedate_to_datetime(str(message["date"]))
    except (TypeError, ValueError, IndexError):
        return None
    if date.tzinfo is None:
        date = date.replace(tzinfo=timezone.utc)
    return int(date.timestamp())


for message in mailbox.mbox(sys.argv[1], create=False):
    print(json.dumps({
        "From": addresses(message, "from"),
        "Sender": addresses(message, "sender"),
        "To": addresses(message, "to"),
        "Cc": addresses(message, "cc"),
        "Bcc": addresses(message, "bcc"),
        "Date": instant(message),
        "MessageId": str(message["message-id"] or "").strip(),
        "InReplyTo": str(message["in-reply-to"] or "").strip(),
    }))

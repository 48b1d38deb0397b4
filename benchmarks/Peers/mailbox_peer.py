"""Processor seconds of Python's mailbox and email reading who wrote to whom from an mbox, and the recipients found."""
import email.utils
import mailbox
import sys
import time

started = time.process_time()
found = 0
for message in mailbox.mbox(sys.argv[1], create=False):
    email.utils.getaddresses(message.get_all("from", []))
    email.utils.parsedate_to_datetime(message["date"])
    found += len(email.utils.getaddresses(message.get_all("to", []) + message.get_all("cc", [])))
print(time.process_time() - started)
print(found)

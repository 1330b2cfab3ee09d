"""`make audit`: what readers' browsers make of the real server with the demo edition, held against our limits."""

"""What granian serves: the site, in a worker process that ends with granian's main process, even if that is
killed.
"""

import os
import signal

from newsroom.parent import die_with_parent

# Until granian sets the worker's own handlers, those of its main process would swallow a request to stop.
signal.signal(signal.SIGTERM, signal.SIG_DFL)
die_with_parent(signal.SIGTERM, parent=os.getppid())

from newsroom.wsgi import application  # noqa: E402, F401, it takes a second, in which all of this may happen

"""The only package that writes to disk: safe paths, reading, atomic replacing, digests, walking.

No link is followed below the folder that a caller names, and what is no ordinary file is not read.
"""

from __future__ import annotations

from sitegen.files.folder import Folder as Folder
from sitegen.files.linking import leads_to as leads_to
from sitegen.files.linking import link_or_copy as link_or_copy
from sitegen.files.linking import point as point
from sitegen.files.linking import takes_links as takes_links
from sitegen.files.locking import try_lock as try_lock
from sitegen.files.paths import OutsideRoot as OutsideRoot
from sitegen.files.paths import checked_parts as checked_parts
from sitegen.files.paths import inside as inside
from sitegen.files.paths import text_inside as text_inside
from sitegen.files.reading import digest as digest
from sitegen.files.reading import is_folder as is_folder
from sitegen.files.reading import look_up as look_up
from sitegen.files.reading import open_folder as open_folder
from sitegen.files.reading import read as read
from sitegen.files.reading import read_up_to as read_up_to
from sitegen.files.reading import walk as walk
from sitegen.files.system_errors import reason_of as reason_of
from sitegen.files.writing import PRIVATE as PRIVATE
from sitegen.files.writing import append as append
from sitegen.files.writing import make_folder as make_folder
from sitegen.files.writing import open_lock as open_lock
from sitegen.files.writing import random_name as random_name
from sitegen.files.writing import remove as remove
from sitegen.files.writing import remove_temporaries as remove_temporaries
from sitegen.files.writing import remove_tree as remove_tree
from sitegen.files.writing import take_place as take_place
from sitegen.files.writing import temporaries as temporaries
from sitegen.files.writing import write as write
from sitegen.files.writing import write_new as write_new
from sitegen.files.writing import write_seekable as write_seekable

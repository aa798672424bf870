"""The national data as a site folder: reading, places, ids, entries, announcements, gaps."""

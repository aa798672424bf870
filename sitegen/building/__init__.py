"""Stage, check, commit: renders what its key says has changed and puts it in place whole."""

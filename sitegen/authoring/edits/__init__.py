"""Changes of entries as they are written: the changed fields get new text, all else keeps its bytes."""

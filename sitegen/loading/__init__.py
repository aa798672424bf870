"""Files in content/ become Documents: text with places. Nothing is guessed here."""

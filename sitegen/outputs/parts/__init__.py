"""What several pages share: cards, facts, statuses, announcements, pictures, the frame."""

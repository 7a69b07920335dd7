"""What breaks under people who sit a test: killed servers, refused databases, full disks."""

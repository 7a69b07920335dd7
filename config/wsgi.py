"""The web server's door to the site."""

import os

from django.core.wsgi import get_wsgi_application

from config.checks import require_sound_database

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
application = get_wsgi_application()
require_sound_database()

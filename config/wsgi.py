"""The web server's door to the site."""

import os

from django.core.wsgi import get_wsgi_application

from config.checks import require_sound_database
from people.turns import InTurn

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
application = InTurn(get_wsgi_application())
require_sound_database()

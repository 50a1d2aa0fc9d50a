<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\SettingsArray;

// GET /settings; the form in which settings are stored, exported and imported too. Each is declared at its parameter.
return [
	'$schema' => 'http://json-schema.org/draft-04/schema#',
	'title'   => 'settings',
] + ( new SettingsArray() )->schema();

<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// POST /settings: what is left out stays as it is. Lists are replaced as a whole.
return [
	'use'     => 'settings',
	'partial' => true,
	'title'   => 'settings-update',
];

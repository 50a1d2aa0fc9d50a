<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// `wp orderinvoicer settings import`: an update that may bring the connection with it.
return [
	'use'        => 'settings-update',
	'title'      => 'settings-import',
	'properties' => [ 'connection' => [ 'use' => 'connection-update' ] ],
];

<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// `wp orderinvoicer settings import`: an update that may bring the connection with it.
$schema          = require __DIR__ . '/settings-update.php';
$connection      = require __DIR__ . '/connection-update.php';
$schema['title'] = 'settings-import';

$schema['properties']['connection'] = [
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => $connection['properties'],
];

return $schema;

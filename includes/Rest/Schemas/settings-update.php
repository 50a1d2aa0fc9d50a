<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// POST /settings: what is left out stays as it is. Lists are replaced as a whole.
$schema            = require __DIR__ . '/settings.php';
$schema['title']   = 'settings-update';
$without_required  = static function ( array $property ): array {
	unset( $property['required'] );
	return $property;
};
$invoice               = $without_required( $schema['properties']['invoice'] );
$invoice['properties'] = array_map( $without_required, $invoice['properties'] );

$schema['properties']            = array_map( $without_required, $schema['properties'] );
$schema['properties']['invoice'] = $invoice;

return $schema;

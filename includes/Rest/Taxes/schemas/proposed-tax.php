<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

return [
	'description' => 'A tax of Sellsy; null where none fits.',
	'type'        => [ 'integer', 'null' ],
	'required'    => true,
];

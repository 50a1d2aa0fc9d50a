<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// How sure a proposed tax is.
return [
	'description' => 'certain: one tax fits; likely: the best of several, for a person to check; none.',
	'type'        => 'string',
	'enum'        => [ 'certain', 'likely', 'none' ],
	'required'    => true,
];

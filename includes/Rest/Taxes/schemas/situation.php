<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// Domain\Order\ExemptSituation.
return [
	'type'     => 'string',
	'enum'     => [
		'shop_exempt',
		'domestic_exempt_customer',
		'domestic_untaxed_item',
		'eu_business',
		'eu_consumer',
		'outside_eu',
	],
	'required' => true,
];

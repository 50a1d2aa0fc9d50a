<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\SettingsArray;

// Which tax of Sellsy each tax rate of WooCommerce is.
return [
	'$schema' => 'http://json-schema.org/draft-04/schema#',
	'title'   => 'mapped-rates',
] + ( new SettingsArray() )->field( 'tax_rates' )->schema();

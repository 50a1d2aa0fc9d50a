<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\SettingsArray;

// Which exempt tax of Sellsy each reason for a sale without tax is.
return [
	'$schema' => 'http://json-schema.org/draft-04/schema#',
	'title'   => 'mapped-exemptions',
] + ( new SettingsArray() )->field( 'exempt_taxes' )->schema();

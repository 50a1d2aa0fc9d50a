<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\ExemptSituation;

// Domain\Order\ExemptSituation.
return [
	'type'     => 'string',
	'enum'     => array_column( ExemptSituation::cases(), 'value' ),
	'required' => true,
];

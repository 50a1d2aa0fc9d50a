<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Taxes;

defined( 'ABSPATH' ) || exit;

/** How sure a proposal is. Nothing is used before the owner has saved it. */
enum Confidence: string {
	/** One tax fits and no other. */
	case Certain = 'certain';
	/** The first of several. */
	case Likely = 'likely';
	case None   = 'none';
}

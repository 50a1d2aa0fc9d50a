<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

/** When a feature has its turn in a pass. */
enum PassTurn {

	/** Before documents are made. */
	case First;

	/** After documents were made, and drafts were read. */
	case AfterWork;

	/** After everything that orders need. */
	case Last;

	/** At the end, even while work stands still. */
	case EvenPaused;
}

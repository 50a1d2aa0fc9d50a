<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Archives\Rules;

defined( 'ABSPATH' ) || exit;

/** How an archive stands. */
enum ArchiveState: string {
	case Working = 'working';
	case Ready   = 'ready';
	/** A buyer's data was erased, and it held documents of theirs. */
	case Erased = 'erased';
	/** No room, or the files cannot be put together. */
	case Failed = 'failed';
}

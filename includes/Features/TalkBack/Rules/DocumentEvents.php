<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TalkBack\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Seen\SeenDocuments;
use OrderInvoicer\Domain\System\Clock;

/**
 * The one door for "this document may have changed at Sellsy", whoever says so. It is a hint: nothing is believed of
 * it, the next pass reads the document. What is none of ours costs one statement.
 */
final class DocumentEvents {

	public function __construct(
		private readonly SeenDocuments $seen,
		private readonly Clock $clock,
	) {}

	/** @return bool whether it is one of ours. */
	public function note( DocumentKind $kind, int $remote_id ): bool {
		return $this->seen->hint( $kind, [ $remote_id ], $this->clock->now() ) > 0;
	}
}

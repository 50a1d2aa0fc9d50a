<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Preview;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Drafts\CheckDocument;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;

/** Sellsy's own arithmetic on a document that is only tried: `compute` creates nothing. */
final class AskSellsy {

	public function __construct(
		private readonly CheckDocument $check,
	) {}

	/**
	 * @return DocumentDraft|null the one that Sellsy agrees with; null when it gives no answer now: that says nothing
	 *         about the order.
	 * @throws NeedsAttention
	 */
	public function about( DocumentDraft $draft ): ?DocumentDraft {
		try {
			return $this->check->check( $draft );
		} catch ( RemoteFailure $failure ) {
			if ( $failure->kind === FailureKind::Rejected ) {
				throw new NeedsAttention( $failure->problem() );
			}
			return null;
		}
	}
}

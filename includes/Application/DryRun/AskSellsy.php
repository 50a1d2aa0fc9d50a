<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application\DryRun;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Application\CheckDocument;
use OrderInvoicer\Application\FailureKind;
use OrderInvoicer\Application\FailureProblem;
use OrderInvoicer\Application\RemoteFailure;
use OrderInvoicer\Domain\Document\CannotInvoice;
use OrderInvoicer\Domain\Document\DocumentDraft;

/** Sellsy's own arithmetic on a document that is only tried: `compute` creates nothing. */
final class AskSellsy {

	public function __construct(
		private readonly CheckDocument $check,
		private readonly FailureProblem $failures,
	) {}

	/**
	 * @return DocumentDraft|null the one that Sellsy agrees with; null when it gives no answer now: that says nothing about the order.
	 * @throws CannotInvoice
	 */
	public function about( DocumentDraft $draft ): ?DocumentDraft {
		try {
			return $this->check->check( $draft );
		} catch ( RemoteFailure $failure ) {
			if ( $failure->kind === FailureKind::Rejected ) {
				throw new CannotInvoice( $this->failures->of( $failure ) );
			}
			return null;
		}
	}
}

<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Watching;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Content\Invoicing;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RecentAnswers;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\SkipTask;
use OrderInvoicer\Domain\Ledger\Task;

/** Before something is set against a document: somebody may have cancelled it, and nobody has looked yet. */
final class StillStands {

	public function __construct(
		private readonly Invoicing $invoicing,
		private readonly RecentAnswers $answers,
		private readonly LostDocument $lost,
	) {}

	/**
	 * Costs nothing where this process was told of it just now; what is left of it is known afterwards.
	 *
	 * @param Task $row that made it.
	 * @throws SkipTask when it stands no more: its own row says so, and opens what goes with it again.
	 * @throws RemoteFailure
	 */
	public function check( Task $row ): void {
		$kind = $row->key->effect->creates() ?? DocumentKind::Invoice;
		if ( $this->answers->due( $kind, $row->remote_id ) !== null ) {
			return;
		}
		$document = $this->invoicing->get( $kind, $row->remote_id );
		if ( $document !== null && ! $document->is_cancelled() ) {
			$this->answers->tell( $document );
			return;
		}
		$document === null ? $this->lost->gone( $row ) : $this->lost->cancelled( $row, $document );
		throw new SkipTask( new Problem( ProblemCode::StepNotWanted ) );
	}
}

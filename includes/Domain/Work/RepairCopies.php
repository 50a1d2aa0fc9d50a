<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Drafts\DocumentCompletion;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Logger;

/**
 * Finishes the work of runners that died right after writing "done": they left no link on the order and opened no next
 * row.
 */
final class RepairCopies {

	private const BATCH = 20;

	/** A runner that lives makes its copies at once: made by both, notes and links would stand twice. */
	private const OVER = '-30 seconds';

	public function __construct(
		private readonly Ledger $ledger,
		private readonly DocumentCompletion $document_completion,
		private readonly Clock $clock,
		private readonly Logger $logger,
	) {}

	public function run(): void {
		foreach ( $this->ledger->unchecked( $this->clock->now()->modify( self::OVER ), self::BATCH ) as $task ) {
			try {
				$this->repair( $task );
			} catch ( \Throwable $error ) {
				$this->logger->error(
					'The link on an order could not be repaired.',
					[ 'sync_id' => $task->id ],
					$error
				);
			}
		}
	}

	private function repair( Task $task ): void {
		$this->document_completion->copies( $task, $this->document( $task ) );
	}

	/** As the ledger knows it: without a number it was a draft. Nothing is asked of Sellsy. */
	private function document( Task $task ): RemoteDocument {
		$status = $task->remote_number === '' ? 'draft' : 'due';
		return new RemoteDocument(
			kind: DocumentKind::tryFrom( $task->remote_type ) ?? DocumentKind::Invoice,
			id: $task->remote_id,
			number: $task->remote_number,
			status: $status,
			key: '',
			amounts: new ComputedDocument( [], Decimal::zero(), Decimal::zero() ),
			created: ''
		);
	}
}

<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\FollowUps;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\OrderBook\AwaitedDocument;
use OrderInvoicer\Domain\OrderBook\DocumentEmails;
use OrderInvoicer\Domain\OrderBook\OrderStanding;

/** Who is told of documents: by Sellsy, by the shop, or by an e-mail of the shop that waits for one. */
final class EmailRule implements FollowRule {

	private const FRESH = '-7 days';

	public function follow_ups( OrderStanding $standing ): array {
		return [ ...$this->by_sellsy( $standing ), ...$this->by_the_shop( $standing ), ...$this->held( $standing ) ];
	}

	/**
	 * Invoices and credit notes once they are final, the others as soon as they are made. Only documents that were
	 * made, or became final, within the last days: an owner who switches e-mails on does not mean last year's
	 * documents, and it is not stored when a setting was switched on.
	 *
	 * @return list<FollowUp>
	 */
	private function by_sellsy( OrderStanding $standing ): array {
		return $this->emails(
			$standing,
			Effect::SendDocument,
			fn ( DocumentKind $kind, Task $task ): bool =>
				$standing->settings->workflow( $kind )->under( $task->rule_id )->email
				&& $this->is_fresh( $kind, $task, $standing )
		);
	}

	/** One that was made final at Sellsy by hand has no row for it: its own was changed last when that was noticed. */
	private function is_fresh( DocumentKind $kind, Task $task, OrderStanding $standing ): bool {
		$since = $standing->now->modify( self::FRESH );
		if ( ! $kind->is_validated() ) {
			return $task->document_since() >= $since;
		}
		$final_since = DocumentEmails::final_since( $standing, $kind, $task ) ?? $task->updated_at;
		return $task->remote_number !== '' && $final_since >= $since;
	}

	/** @return list<FollowUp> of final documents, from the moment on at which that was switched on. */
	private function by_the_shop( OrderStanding $standing ): array {
		return $standing->emails_since === [] ? [] : $this->emails(
			$standing,
			Effect::NotifyCustomer,
			fn ( DocumentKind $kind, Task $task ): bool => $this->is_of_since( $kind, $task, $standing )
		);
	}

	/**
	 * When a document was made final at Sellsy by hand nobody knows, and its row changes later for other reasons. So it
	 * must have been made since: better one e-mail too few than one about an old document.
	 */
	private function is_of_since( DocumentKind $kind, Task $task, OrderStanding $standing ): bool {
		$since = $standing->emails_since[ $kind->value ] ?? null;
		return $since !== null
			&& $task->remote_number !== ''
			&& ( DocumentEmails::final_since( $standing, $kind, $task ) ?? $task->document_since() ) >= $since;
	}

	/**
	 * @param \Closure( DocumentKind, Task ): bool $is_ready
	 * @return list<FollowUp>
	 */
	private function emails( OrderStanding $standing, Effect $effect, \Closure $is_ready ): array {
		return array_map(
			static fn ( array $one ): FollowUp => new FollowUp( ...$one ),
			DocumentEmails::wanted( $standing, $effect, $is_ready )
		);
	}

	/** @return list<FollowUp> they leave as soon as their document is final. */
	private function held( OrderStanding $standing ): array {
		$wanted = [];
		foreach ( $standing->rows as $row ) {
			if (
				$row->key->effect === Effect::HeldEmail
				&& $row->state === TaskState::Queued
				&& AwaitedDocument::final( $row->key, $standing->rows ) !== null
			) {
				$wanted[] = new FollowUp( key: $row->key, parent_id: $row->parent_id );
			}
		}
		return $wanted;
	}
}

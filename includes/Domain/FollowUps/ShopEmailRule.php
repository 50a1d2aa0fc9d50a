<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\FollowUps;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\OrderBook\DocumentEmails;
use OrderInvoicer\Domain\OrderBook\OrderStanding;

/** Final documents that the shop itself tells its customers of, from the moment on at which that was switched on. */
final class ShopEmailRule implements FollowRule {

	public function follow_ups( OrderStanding $standing ): array {
		if ( $standing->emails_since === [] ) {
			return [];
		}
		$wanted = DocumentEmails::wanted(
			$standing,
			Effect::NotifyCustomer,
			fn ( DocumentKind $kind, Task $task ): bool => $this->is_ready( $kind, $task, $standing )
		);
		return array_map( static fn ( array $one ): FollowUp => new FollowUp( ...$one ), $wanted );
	}

	/**
	 * When a document was made final at Sellsy by hand nobody knows, and its row changes later for other reasons. So it
	 * must have been made since: better one e-mail too few than one about an old document.
	 */
	private function is_ready( DocumentKind $kind, Task $task, OrderStanding $standing ): bool {
		$since = $standing->emails_since[ $kind->value ] ?? null;
		return $since !== null
			&& $task->remote_number !== ''
			&& ( DocumentEmails::final_since( $standing, $kind, $task ) ?? $task->document_since() ) >= $since;
	}
}

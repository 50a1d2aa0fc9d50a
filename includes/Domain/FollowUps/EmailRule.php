<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\FollowUps;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\OrderBook\DocumentEmails;
use OrderInvoicer\Domain\OrderBook\OrderStanding;

/**
 * Documents that Sellsy sends to the customer: invoices and credit notes once they are final, the others as soon as
 * they are made. Only documents that were made, or became final, within the last days: an owner who switches e-mails on
 * does not mean last year's documents, and it is not stored when a setting was switched on.
 */
final class EmailRule implements FollowRule {

	private const FRESH = '-7 days';

	public function follow_ups( OrderStanding $standing ): array {
		$wanted = DocumentEmails::wanted(
			$standing,
			Effect::SendDocument,
			fn ( DocumentKind $kind, Task $task ): bool =>
				$standing->settings->workflow( $kind )->under( $task->rule_id )->email
				&& $this->is_ready( $kind, $task, $standing )
		);
		return array_map( static fn ( array $one ): FollowUp => new FollowUp( ...$one ), $wanted );
	}

	/** One that was made final at Sellsy by hand has no row for it: its own was changed last when that was noticed. */
	private function is_ready( DocumentKind $kind, Task $task, OrderStanding $standing ): bool {
		$since = $standing->now->modify( self::FRESH );
		if ( ! $kind->is_validated() ) {
			return $task->document_since() >= $since;
		}
		$final_since = DocumentEmails::final_since( $standing, $kind, $task ) ?? $task->updated_at;
		return $task->remote_number !== '' && $final_since >= $since;
	}
}

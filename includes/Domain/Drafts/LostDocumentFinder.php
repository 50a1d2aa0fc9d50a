<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Drafts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\ShopCodeConflict;
use OrderInvoicer\Domain\Account\ShopCodeConflicts;
use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Content\Invoicing;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\ParentRef;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\RemoteIds\EmptySearch;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;
use OrderInvoicer\Domain\System\Fingerprints;

/**
 * A creation had no clear outcome: is the document there? It is searched for at the customer that it was sent for. That
 * customer is stored separately, because another one may have been chosen for the order since.
 */
final class LostDocumentFinder {

	public const KIND = 'sent_for';

	/** By the row's id: the document that its own one was made from. */
	private const MADE_FROM = 'made_from';

	public function __construct(
		private readonly Invoicing $invoicing,
		private readonly RemoteIds $remote_ids,
		private readonly Ledger $ledger,
		private readonly EmptySearch $empty_search,
		private readonly ShopCodeConflicts $shop_code_conflicts,
		private readonly Fingerprints $fingerprints,
	) {}

	/**
	 * Called before the intent is written.
	 *
	 * @param string $name that the customer has; empty where nobody asks for it. A fingerprint of it is kept.
	 */
	public function will_send( Task $task, CustomerRef $customer, string $name = '' ): void {
		$mark = $name === '' ? '' : $this->fingerprints->fingerprint( $name );
		$this->remote_ids->remember( self::KIND, (string) $task->id, $customer->type->value, $customer->id, $mark );
	}

	/**
	 * Called before the document is sent: Sellsy takes a parent when a document is made and not off again, and tells of
	 * few documents which one they have.
	 */
	public function will_hang_below( Task $task, ?ParentRef $parent ): void {
		if ( $parent !== null ) {
			$this->remote_ids->remember( self::MADE_FROM, (string) $task->id, $parent->kind->value, $parent->id );
		} elseif ( $task->sent_at !== null || $task->attempts > 1 ) {
			$this->hangs_below_none( $task ); // An earlier try may have been about to.
		}
	}

	/** Nothing came of the document, or it is gone. */
	public function hangs_below_none( Task $task ): void {
		$this->remote_ids->forget( self::MADE_FROM, (string) $task->id );
	}

	/** What the row's document was made from, as far as it was made by this release. */
	public function hangs_below( Task $task ): ?ParentRef {
		$parent = $this->remote_ids->known( self::MADE_FROM, (string) $task->id );
		$kind   = DocumentKind::tryFrom( $parent['type'] ?? '' );
		return $parent === null || $kind === null ? null : new ParentRef( $kind, $parent['id'] );
	}

	/** This is the customer that the row's document was sent for, and it still has the name that it had then. */
	public function was_sent_for( Task $task, RemoteCustomer $customer ): bool {
		$sent_for = $this->remote_ids->known( self::KIND, (string) $task->id );
		return $sent_for !== null
			&& [ $sent_for['type'], $sent_for['id'] ] === [ $customer->ref->type->value, $customer->ref->id ]
			&& $sent_for['origin'] === $this->fingerprints->fingerprint( $customer->name );
	}

	/** Somebody gave the draft to another customer in Sellsy before it became final: what comes after it is theirs. */
	public function is_for( Task $task, RemoteDocument $document ): void {
		$named = $document->parties?->ref;
		if ( $named !== null && $named->facts() !== $this->sent_for( $task )?->facts() ) {
			$this->will_send( $task, $named );
		}
	}

	/** The customer that this row's document was sent for; null when none was, or in another account. */
	public function sent_for( Task $task ): ?CustomerRef {
		$sent_for = $this->remote_ids->known( self::KIND, (string) $task->id );
		$type     = CustomerType::tryFrom( $sent_for['type'] ?? '' );
		return $sent_for === null || $type === null ? null : new CustomerRef( $type, $sent_for['id'] );
	}

	/**
	 * @return RemoteDocument|null null: it is not there, and may be created again.
	 * @throws RetryLater when a second search is needed to be sure.
	 * @throws NeedsAttention while another shop uses the same references: it could be that shop's; or where this
	 *                        account's searches prove nothing.
	 * @throws RemoteFailure unknown is never none.
	 */
	public function find( Task $task ): ?RemoteDocument {
		$customer = $this->sent_for( $task );
		if ( $customer === null ) {
			return null; // Another account: the guard lets no work through before a person has said so.
		}
		$kind  = $task->key->effect->creates() ?? DocumentKind::Invoice;
		$found = $this->invoicing->find_by_key( $kind, $customer, $task->intent->key, $task->created_at );
		$ours  = array_filter( $found, fn( RemoteDocument $document ): bool => $this->may_be_ours( $document, $task ) );
		// Another may have been made in the place of one that was cancelled.
		usort(
			$ours,
			static fn ( RemoteDocument $one, RemoteDocument $other ): int =>
				$other->is_cancelled() <=> $one->is_cancelled()
		);
		if ( $ours !== [] ) {
			return $this->not_of_another_shop( $ours[ array_key_last( $ours ) ], $task->intent->key );
		}
		$this->empty_search->of_row( $task, $kind->value, ...self::leans_on( $kind ) );
		return null;
	}

	/** @return list<Assumption> */
	private static function leans_on( DocumentKind $kind ): array {
		return $kind->needs_v1()
			? [ Assumption::V1List ]
			: [ Assumption::LostDocument, Assumption::NewestFirst, Assumption::DraftKeepsFields ];
	}

	/** The code that counts is the one it was sent with; the shop may have another by now. */
	private function not_of_another_shop( RemoteDocument $document, string $sent_key ): RemoteDocument {
		foreach ( $this->shop_code_conflicts->unsettled() as $clash ) {
			if ( $clash->concerns( $sent_key ) ) {
				throw new NeedsAttention(
					( new ShopCodeConflict(
						code: $clash->code,
						kind: $document->kind,
						id: $document->id,
						key: $sent_key,
						number: $clash->number
					) )->problem()
				);
			}
		}
		return $document;
	}

	/** Plugins that number orders anew may give two of them one number, and so one key. */
	private function may_be_ours( RemoteDocument $document, Task $task ): bool {
		$owner = $this->ledger->order_of( $document->kind, $document->id );
		return $owner === null || $owner === $task->key->order_id;
	}
}

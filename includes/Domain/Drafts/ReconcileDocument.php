<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Drafts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\CodeClash;
use OrderInvoicer\Domain\Account\CodeClashes;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Content\Invoicing;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\CannotInvoice;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RepeatPolicy;
use OrderInvoicer\Domain\Failures\Wait;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Sync;
use OrderInvoicer\Domain\RemoteIds\Once;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Fingerprints;

/**
 * After a creation without a clear outcome: is the document there? Searched for at the customer it was sent for, which
 * is kept apart because the order's customer may have been chosen anew since.
 */
final class ReconcileDocument {

	public const KIND = 'sent_for';

	public function __construct(
		private readonly Invoicing $invoicing,
		private readonly Once $once,
		private readonly Ledger $ledger,
		private readonly RepeatPolicy $repeat,
		private readonly Clock $clock,
		private readonly CodeClashes $clashes,
		private readonly Fingerprints $fingerprints,
	) {}

	/**
	 * Called before the intent is written.
	 *
	 * @param string $name that the customer has; empty where nobody asks for it. A fingerprint of it is kept.
	 */
	public function will_send( Sync $sync, CustomerRef $customer, string $name = '' ): void {
		$mark = $name === '' ? '' : $this->fingerprints->of( $name );
		$this->once->remember( self::KIND, (string) $sync->id, $customer->type->value, $customer->id, $mark );
	}

	/** The customer, under the name of then, is the one that this row's document was sent for. */
	public function was_sent_for( Sync $sync, RemoteCustomer $customer ): bool {
		$sent_for = $this->once->known( self::KIND, (string) $sync->id );
		return $sent_for !== null
			&& [ $sent_for['type'], $sent_for['id'] ] === [ $customer->ref->type->value, $customer->ref->id ]
			&& $sent_for['origin'] === $this->fingerprints->of( $customer->name );
	}

	/** Somebody gave the draft to another customer in Sellsy before it became final: what comes after it is theirs. */
	public function is_for( Sync $sync, RemoteDocument $document ): void {
		$named = $document->parties?->ref;
		if ( $named !== null && $named->facts() !== $this->sent_for( $sync )?->facts() ) {
			$this->will_send( $sync, $named );
		}
	}

	/** The customer that this row's document was sent for; null when none was, or in another account. */
	public function sent_for( Sync $sync ): ?CustomerRef {
		$sent_for = $this->once->known( self::KIND, (string) $sync->id );
		$type     = CustomerType::tryFrom( $sent_for['type'] ?? '' );
		return $sent_for === null || $type === null ? null : new CustomerRef( $type, $sent_for['id'] );
	}

	/**
	 * @return RemoteDocument|null null: it is not there, and may be created again.
	 * @throws Wait when a second search is needed to be sure.
	 * @throws CannotInvoice while another shop uses the same references: it could be that shop's.
	 * @throws RemoteFailure unknown is never none.
	 */
	public function find( Sync $sync ): ?RemoteDocument {
		$customer = $this->sent_for( $sync );
		if ( $customer === null ) {
			return null; // Another account: the guard lets no work through before a person has said so.
		}
		$kind  = $sync->key->effect->creates() ?? DocumentKind::Invoice;
		$found = $this->invoicing->find_by_key( $kind, $customer, $sync->intent->key, $sync->created_at );
		$ours  = array_filter( $found, fn( RemoteDocument $document ): bool => $this->may_be_ours( $document, $sync ) );
		if ( $ours !== [] ) {
			return $this->not_of_another_shop( $ours[ array_key_last( $ours ) ], $sync->intent->key );
		}
		$now  = $this->clock->now();
		$wait = $this->repeat->wait_before_create( $sync->problem, $now );
		if ( $wait > 0 ) {
			throw new Wait( $this->repeat->empty_search( $sync->problem, $now ), $wait );
		}
		return null;
	}

	/** The code that counts is the one it was sent with; the shop may have another by now. */
	private function not_of_another_shop( RemoteDocument $document, string $sent_key ): RemoteDocument {
		foreach ( $this->clashes->unsettled() as $clash ) {
			if ( $clash->concerns( $sent_key ) ) {
				throw new CannotInvoice( ( new CodeClash( $clash->code, $document->kind, $document->id, $document->key, $clash->number ) )->problem() );
			}
		}
		return $document;
	}

	/** Plugins that number orders anew may give two of them one number, and so one key. */
	private function may_be_ours( RemoteDocument $document, Sync $sync ): bool {
		$owner = $this->ledger->order_of( $document->kind, $document->id );
		return $owner === null || $owner === $sync->key->order_id;
	}
}

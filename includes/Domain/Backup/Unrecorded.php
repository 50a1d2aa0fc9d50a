<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Backup;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\OwnDocuments;
use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Content\Invoicing;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\ListedDocument;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;

/**
 * Documents at Sellsy that carry this shop's code but are not in the ledger, because a backup took it back to a moment
 * before they were made. An order whose document is among them gets that one, or a person is asked. No second one is
 * made.
 */
final class Unrecorded {

	/** By what its key says after the shop's code, which a person may change, and by its id. */
	private const KIND = 'unrecorded';
	private const IDS  = 'unrecorded_id';

	/** Before Sellsy was there: the list has told that the document is of interest, whenever it was made. */
	private const EVER = '2000-01-01T00:00:00+00:00';

	public function __construct(
		private readonly RemoteIds $remote_ids,
		private readonly OwnDocuments $own,
		private readonly Invoicing $invoicing,
		private readonly Ledger $ledger,
		private readonly SettingsStore $settings,
		private readonly Gaps $gaps,
		private readonly Clock $clock,
	) {}

	/** `document()` will be asked about this key. */
	public function expect( DocumentKind $kind, string $key ): void {
		$this->remote_ids->expect( self::KIND, [ self::key( $kind, $this->after_code( $key ) ) ] );
	}

	/** `may_be_paid()` will be asked about this document. */
	public function expect_payment( Task $document ): void {
		$kind = $document->key->effect->creates();
		$this->remote_ids->expect( self::IDS, $kind === null ? [] : [ self::id_key( $kind, $document->remote_id ) ] );
	}

	/**
	 * One whose answer was lost, and that its row will look up, is kept from being doubled like the others. But it
	 * tells of no backup, unless more was done with it than that row knows.
	 *
	 * @param list<ListedDocument> $documents what Sellsy got, made by whomever.
	 */
	public function note( array $documents ): void {
		$coded = $this->coded( $documents );
		// First: a row that hears of its document meanwhile knows it then.
		$awaited = $coded === [] ? [] : $this->own->awaited_among( $coded );
		$unknown = $coded === [] ? [] : $this->own->unknown_among( $coded );
		foreach ( $unknown as $document ) {
			if ( $this->is_noted( $document->kind, $document->id ) ) {
				continue;
			}
			$is_final = $document->kind->is_validated() && $document->number !== '';
			$is_lost  = $is_final || ! in_array( $document, $awaited, true );
			if ( $is_lost ) {
				$this->gaps->restored( $this->clock->now() );
			}
			$this->remote_ids->remember(
				self::KIND,
				self::key( $document->kind, $this->after_code( $document->key ) ),
				$document->kind->value,
				$document->id
			);
			if ( $is_lost ) {
				$this->note_id( $document->kind, $document->id );
			}
		}
	}

	/**
	 * One that no row has sent, and that nobody has noted yet. What a person copied at Sellsy is none, nor one that was
	 * cancelled: another may have been linked in its place.
	 *
	 * @param list<ListedDocument> $documents what Sellsy got, made by whomever.
	 */
	public function news_among( array $documents ): ?ListedDocument {
		$coded = $this->coded( $documents );
		foreach ( $coded === [] ? [] : $this->own->strangers_among( $coded ) as $document ) {
			$is_cancelled = $document->document?->is_cancelled() === true;
			if ( ! $is_cancelled && ! $this->is_noted( $document->kind, $document->id ) ) {
				return $document;
			}
		}
		return null;
	}

	/**
	 * @param list<ListedDocument> $documents
	 * @return list<ListedDocument> those of this shop, under its key.
	 */
	private function coded( array $documents ): array {
		$code = $this->settings->get()->shop_code;
		return array_values(
			array_filter(
				array_map(
					static fn ( ListedDocument $document ): ?ListedDocument => $document->of_shop( $code ),
					$documents
				),
				fn ( ?ListedDocument $document ): bool =>
					$document !== null && $this->after_code( $document->key ) !== ''
			)
		);
	}

	/**
	 * The document that this draft would double, where it is of the same customer and worth the same.
	 *
	 * @param Task $task held by this runner.
	 * @return RemoteDocument|null null: there is none.
	 * @throws NeedsAttention when it is another's, or worth something else.
	 * @throws RemoteFailure
	 */
	public function document( Task $task, DocumentDraft $draft ): ?RemoteDocument {
		$document = $this->standing( $draft->kind, $this->after_code( $draft->key ) );
		if ( $document === null || ! $this->may_be_of( $task, $document ) ) {
			return null;
		}
		$since = new \DateTimeImmutable( self::EVER );
		$found = array_values(
			array_filter(
				$this->invoicing->find_by_key( $draft->kind, $draft->customer, $document->key, $since ),
				fn ( RemoteDocument $one ): bool => $this->may_be_of( $task, $one )
			)
		);
		if ( count( $found ) === 1 && self::is_worth( $draft, $found[0] ) ) {
			return $found[0];
		}
		$question = self::another( $draft, ( $found[0] ?? $document )->known_as( $document->key ), $found !== [] );
		if ( $found === [] && $task->answers->know( $question ) ) {
			return null;
		}
		throw new NeedsAttention( $question );
	}

	/**
	 * Whether this document may have been sent before the ledger was taken back. Nobody can look that up: it takes a
	 * sign.
	 */
	public function may_be_sent( Task $task, Task $document ): bool {
		return $this->is_adopted( $document ) || self::was_there( $task, $this->gaps->restored_at() );
	}

	/**
	 * A draft that the ledger knows became final without it. Where the ledger was taken back, that may have been this
	 * shop, and what follows may have been done as well.
	 */
	public function found_final( Task $task, RemoteDocument $document ): void {
		if ( self::was_there( $task, $this->gaps->restored_at() ) ) {
			$this->note_id( $document->kind, $document->id );
		}
	}

	/**
	 * Whether a payment of this document may have been recorded before. It can be looked up: every document counts that
	 * was there when the shop woke, for its payment may be told a second time.
	 */
	public function may_be_paid( Task $document ): bool {
		return $this->is_adopted( $document ) || self::was_there( $document, $this->gaps->woke_at() );
	}

	private static function was_there( Task $task, ?\DateTimeImmutable $at ): bool {
		return $at !== null && $task->created_at <= $at;
	}

	private function is_adopted( Task $document ): bool {
		$kind = $document->key->effect->creates();
		return $kind !== null && $document->was_at_sellsy() && $this->is_noted( $kind, $document->remote_id );
	}

	/** Null where a person has deleted it since, or taken our reference off it: the order may have its own then. */
	private function standing( DocumentKind $kind, string $after_code ): ?RemoteDocument {
		$noted = $this->remote_ids->known( self::KIND, self::key( $kind, $after_code ) );
		if ( $noted === null ) {
			return null;
		}
		$document = $this->invoicing->get( $kind, $noted['id'] );
		$key = $document === null ? null : $this->key_after( $document, $after_code );
		if ( $document !== null && $key !== null ) {
			return $document->known_as( $key );
		}
		$this->remote_ids->forget( self::KIND, self::key( $kind, $after_code ) );
		return null;
	}

	/** The code may be a former one; and the buyer's own number may end as our key does. */
	private function key_after( RemoteDocument $document, string $after_code ): ?string {
		$now   = "{$this->settings->get()->shop_code}-$after_code";
		$borne = array_filter(
			[ $now, $document->subject_key, $document->key ],
			static fn ( string $key ): bool => str_ends_with( $key, "-$after_code" ) && $document->bears( $key )
		);
		return array_values( $borne )[0] ?? null;
	}

	/** Plugins that number orders anew may give two of them one number, and so one key. */
	private function may_be_of( Task $task, RemoteDocument $document ): bool {
		$owner = $this->ledger->order_of( $document->kind, $document->id );
		return $owner === null || $owner === $task->key->order_id;
	}

	private static function is_worth( DocumentDraft $draft, RemoteDocument $document ): bool {
		$decimals = $draft->currency->decimals;
		return ! $document->is_cancelled()
			&& $document->amounts->incl_tax->equals( Decimal::of_minor( $draft->totals->incl_tax, $decimals ) )
			&& $document->amounts->excl_tax->equals( Decimal::of_minor( $draft->totals->excl_tax, $decimals ) );
	}

	/** Where it is another customer's, the person who reads that may have the order get its own. */
	private static function another(
		DocumentDraft $draft,
		RemoteDocument $document,
		bool $is_of_the_customer,
	): Problem {
		$facts = [
			'kind'           => $document->kind->value,
			'id'             => $document->id,
			'number'         => $document->number,
			'reference'      => $document->key,
			'customer'       => $is_of_the_customer ? 'same' : 'other',
			'order_total'    => $draft->currency->minor_text( $draft->totals->incl_tax ),
			'document_total' => $draft->currency->text( $document->amounts->incl_tax ),
		];
		return new Problem( ProblemCode::UnrecordedDocument, $facts );
	}

	private function note_id( DocumentKind $kind, int $id ): void {
		$this->remote_ids->remember( self::IDS, self::id_key( $kind, $id ), $kind->value, $id );
	}

	private function is_noted( DocumentKind $kind, int $id ): bool {
		return $this->remote_ids->known( self::IDS, self::id_key( $kind, $id ) ) !== null;
	}

	private static function id_key( DocumentKind $kind, int $id ): string {
		return "$kind->value-$id";
	}

	/** Empty for a key of another's. */
	private function after_code( string $key ): string {
		$code = $this->settings->get()->shop_code . '-';
		return str_starts_with( $key, $code ) ? substr( $key, strlen( $code ) ) : '';
	}

	/** Shorter than a reference may be, and exact where a database takes capitals for small letters. */
	private static function key( DocumentKind $kind, string $after_code ): string {
		return $kind->value . '-' . hash( 'sha256', $after_code );
	}
}

<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Account;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\ListedDocument;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Pauses\ResumeWork;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;

/**
 * Does another shop, or a copy of this one, write to the same account with the same code? Looked at once a day and when
 * the connection is tested, among the documents that were made since the last look.
 */
final class ShopCodeCheck {

	private const EVERY = '-1 day';

	/** Kinds whose lists tell it, the likeliest first. */
	private const KINDS = [ DocumentKind::Invoice, DocumentKind::Order, DocumentKind::Estimate ];

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly NewestDocuments $documents,
		private readonly OwnDocuments $own,
		private readonly ShopCodeConflicts $shop_code_conflicts,
		private readonly ResumeWork $resume,
		private readonly Clock $clock,
	) {}

	/** Also soon after the code or the account has changed: nobody has looked at the new ones yet. */
	public function is_due(): bool {
		$looked_at = $this->shop_code_conflicts->looked_at();
		return $looked_at === null || $looked_at <= $this->clock->now()->modify( self::EVERY );
	}

	/**
	 * What was known stays where Sellsy gives no answer; the next look is tomorrow's, so that a right that is missing
	 * costs one request a day.
	 */
	public function look(): void {
		$before    = $this->shop_code_conflicts->unsettled();
		$documents = [];
		try {
			$kind      = $this->kind();
			$documents = $this->documents->newest( $kind, $this->shop_code_conflicts->newest_before( $kind ) );
			$found     = $this->found( $kind, $documents, $before );
		} catch ( RemoteFailure ) {
			$found = $before;
		}
		$this->shop_code_conflicts->looked( $this->clock->now(), $found, $documents[0] ?? null );
		if ( array_diff( array_column( $before, 'code' ), array_column( $found, 'code' ) ) !== [] ) {
			$this->resume->after( ProblemCode::CodeClash );
		}
	}

	/** What stopped because of it goes on. Without a clash of the present code it is that of a former one. */
	public function settle(): void {
		foreach ( array_slice( $this->shop_code_conflicts->unsettled(), 0, 1 ) as $clash ) {
			$this->shop_code_conflicts->settle( $clash );
		}
		$this->resume->after( ProblemCode::CodeClash );
	}

	/**
	 * @param list<ListedDocument> $documents
	 * @param list<ShopCodeConflict>      $unsettled
	 * @return list<ShopCodeConflict>
	 */
	private function found( DocumentKind $kind, array $documents, array $unsettled ): array {
		$known = array_column( $unsettled, null, 'code' );
		$codes = array_unique( [ $this->settings->get()->shop_code, ...array_column( $unsettled, 'code' ) ] );
		return array_values(
			array_filter(
				array_map(
					fn ( string $code ): ?ShopCodeConflict =>
						$this->found_of( $code, $kind, $documents, $known[ $code ] ?? null ),
					$codes
				)
			)
		);
	}

	/**
	 * A clash of documents older than those listed still stands.
	 *
	 * @param list<ListedDocument> $documents
	 */
	private function found_of(
		string $code,
		DocumentKind $kind,
		array $documents,
		?ShopCodeConflict $standing,
	): ?ShopCodeConflict {
		$settled   = $this->shop_code_conflicts->settled_up_to( $code, $kind );
		$coded     = array_values(
			array_filter(
				array_map(
					static fn ( ListedDocument $document ): ?ListedDocument =>
						$document->id > $settled ? $document->of_shop( $code ) : null,
					$documents
				)
			)
		);
		$strangers = $coded === [] ? [] : $this->own->strangers_among( $coded );
		if ( $strangers !== [] ) {
			return new ShopCodeConflict(
				code: $code,
				kind: $kind,
				id: $strangers[0]->id,
				key: $strangers[0]->key,
				number: count( $strangers )
			);
		}
		$oldest = $documents === [] ? 0 : $documents[ array_key_last( $documents ) ]->id;
		return $standing !== null && ( $standing->kind !== $kind || $standing->id < $oldest ) ? $standing : null;
	}

	private function kind(): DocumentKind {
		$settings = $this->settings->get();
		foreach ( self::KINDS as $kind ) {
			if ( $settings->workflow( $kind )->enabled ) {
				return $kind;
			}
		}
		return self::KINDS[0];
	}
}

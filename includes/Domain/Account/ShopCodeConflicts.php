<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Account;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\ListedDocument;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Domain\System\KeptValues;

/**
 * Documents of other shops that carry this shop's code, kept for each code that this shop has had: what was sent with a
 * former code is still looked for by it. Nothing is known yet about another account. /
 *
 * One option. What it says about another account does not count.
 */
final class ShopCodeConflicts {

	public const OPTION = 'orderinvoicer_code_clash';

	public function __construct(
		private readonly KeptValues $values,
		private readonly Site $site,
		private readonly SettingsStore $settings,
	) {}

	/** The clash of the present code that nobody has settled. Nearly always there is none, and no settings are read. */
	public function standing(): ?ShopCodeConflict {
		$is_one = static fn ( mixed $row ): bool => is_array( $row ) && ( $row['clash'] ?? [] ) !== [];
		return array_filter( $this->stored(), $is_one ) === [] ? null : $this->clash_of( $this->code() );
	}

	/** @return list<ShopCodeConflict> one for each code; that of the present code first. */
	public function unsettled(): array {
		$codes = array_unique( [ $this->code(), ...array_map( strval( ... ), array_keys( $this->stored() ) ) ] );
		return array_values( array_filter( array_map( $this->clash_of( ... ), $codes ) ) );
	}

	/** For the present code. */
	public function looked_at(): ?\DateTimeImmutable {
		$at = $this->kept( $this->code() )->number( 'looked_at', 0 );
		return $at === 0 ? null : new \DateTimeImmutable( "@$at" );
	}

	/** Documents up to this id were settled by a person. */
	public function settled_up_to( string $code, DocumentKind $kind ): int {
		return $this->by_kind( $code, 'settled' )[ $kind->value ] ?? 0;
	}

	/** Id of the newest document at the last look for the present code; 0 when nobody looked. */
	public function newest_before( DocumentKind $kind ): int {
		return $this->by_kind( $this->code(), 'newest' )[ $kind->value ] ?? 0;
	}

	/**
	 * @param list<ShopCodeConflict>     $found  all that are not settled now, one for each code.
	 * @param ListedDocument|null $newest null when none could be seen.
	 */
	public function looked( \DateTimeImmutable $at, array $found, ?ListedDocument $newest ): void {
		$clashes = array_column( $found, null, 'code' );
		$codes   = [];
		foreach ( $this->stored() + $clashes as $code => $_ ) {
			$codes[ $code ] = [ 'clash' => $this->clash_row( $clashes[ $code ] ?? null ) ]
				+ $this->row( (string) $code );
		}
		$seen                    = $newest === null ? [] : [ $newest->kind->value => $newest->id ];
		$codes[ $this->code() ] = [
			'looked_at' => $at->getTimestamp(),
			'newest'    => $seen + $this->by_kind( $this->code(), 'newest' ),
			'clash'     => $this->clash_row( $clashes[ $this->code() ] ?? null ),
		] + $this->row( $this->code() );
		$this->keep( $codes );
	}

	/** A person says that the documents seen are no reason to worry. */
	public function settle( ShopCodeConflict $clash ): void {
		$settled = [ $clash->kind->value => max( $clash->id, $this->settled_up_to( $clash->code, $clash->kind ) ) ]
			+ $this->by_kind( $clash->code, 'settled' );
		$row     = [
			'settled' => $settled,
			'clash'   => [],
		] + $this->row( $clash->code );
		$this->keep( [ $clash->code => $row ] + $this->stored() );
	}

	private function clash_of( string $code ): ?ShopCodeConflict {
		$clash = $this->kept( $code )->object( 'clash' );
		$kind  = DocumentKind::tryFrom( $clash->text( 'kind', '' ) );
		return $kind === null
			? null
			: new ShopCodeConflict(
				code: $code,
				kind: $kind,
				id: $clash->number( 'id', 0 ),
				key: $clash->text( 'key', '' ),
				number: $clash->number( 'number', 0 )
			);
	}

	/** @return array<string, int> ids, by kind. */
	private function by_kind( string $code, string $what ): array {
		$ids = [];
		foreach ( DocumentKind::cases() as $kind ) {
			$ids[ $kind->value ] = $this->kept( $code )->object( $what )->number( $kind->value, 0 );
		}
		return array_filter( $ids, static fn ( int $id ): bool => $id > 0 );
	}

	/** @return array<string, mixed> what is kept of a code now. */
	private function row( string $code ): array {
		return [
			'looked_at' => $this->kept( $code )->number( 'looked_at', 0 ),
			'newest'    => $this->by_kind( $code, 'newest' ),
			'settled'   => $this->by_kind( $code, 'settled' ),
			'clash'     => $this->clash_row( $this->clash_of( $code ) ),
		];
	}

	/** @return array<string, int|string> */
	private function clash_row( ?ShopCodeConflict $clash ): array {
		return $clash === null ? [] : [
			'kind'   => $clash->kind->value,
			'id'     => $clash->id,
			'key'    => $clash->key,
			'number' => $clash->number,
		];
	}

	/** @param array<mixed> $codes */
	private function keep( array $codes ): void {
		$this->values->set(
			self::OPTION,
			(string) json_encode(
				[
					'account' => $this->site->known_account(),
					'codes'   => (object) $codes,
				]
			)
		);
	}

	private function kept( string $code ): Values {
		return ( new Values( $this->stored() ) )->object( $code );
	}

	/** @return array<mixed> by code. */
	private function stored(): array {
		$stored = json_decode( $this->values->get( self::OPTION ), true );
		$values = new Values( is_array( $stored ) ? $stored : [] );
		return $values->text( 'account', '' ) === $this->site->known_account() ? $values->list_of( 'codes' ) ?? [] : [];
	}

	private function code(): string {
		return $this->settings->get()->shop_code;
	}
}

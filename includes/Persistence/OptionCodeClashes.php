<?php
declare( strict_types=1 );

namespace OrderInvoicer\Persistence;

use OrderInvoicer\Application\Ports\CodeClashes;
use OrderInvoicer\Application\Ports\SettingsStore;
use OrderInvoicer\Application\Ports\Site;
use OrderInvoicer\Domain\Document\CodeClash;
use OrderInvoicer\Domain\Document\DocumentKind;
use OrderInvoicer\Domain\Settings\Values;

defined( 'ABSPATH' ) || exit;

/** One option. What it says of another account or another code counts for nothing. */
final class OptionCodeClashes implements CodeClashes {

	public const OPTION = 'orderinvoicer_code_clash';

	public function __construct(
		private readonly FreshOptions $options,
		private readonly Site $site,
		private readonly SettingsStore $settings,
	) {}

	public function standing(): ?CodeClash {
		$clash = $this->stored()->object( 'clash' );
		$kind  = DocumentKind::tryFrom( $clash->text( 'kind', '' ) );
		return $kind === null ? null : new CodeClash( $this->code(), $kind, $clash->number( 'id', 0 ), $clash->text( 'key', '' ), $clash->number( 'number', 0 ) );
	}

	public function looked_at(): ?\DateTimeImmutable {
		$at = $this->stored()->number( 'looked_at', 0 );
		return $at === 0 ? null : new \DateTimeImmutable( "@$at" );
	}

	public function settled_up_to( DocumentKind $kind ): int {
		return $this->stored()->object( 'settled' )->number( $kind->value, 0 );
	}

	public function looked( \DateTimeImmutable $at, ?CodeClash $found ): void {
		$this->keep( $at->getTimestamp(), $this->settled(), $found );
	}

	public function settle(): void {
		$clash = $this->standing();
		if ( $clash !== null ) {
			$this->keep( $this->stored()->number( 'looked_at', 0 ), [ $clash->kind->value => max( $clash->id, $this->settled_up_to( $clash->kind ) ) ] + $this->settled(), null );
		}
	}

	/** @return array<string, int> by kind. */
	private function settled(): array {
		$settled = [];
		foreach ( DocumentKind::cases() as $kind ) {
			$settled[ $kind->value ] = $this->settled_up_to( $kind );
		}
		return array_filter( $settled, static fn ( int $id ): bool => $id > 0 );
	}

	/** @param array<string, int> $settled */
	private function keep( int $looked_at, array $settled, ?CodeClash $clash ): void {
		$this->options->set(
			self::OPTION,
			(string) wp_json_encode(
				[
					'account'   => $this->site->known_account(),
					'code'      => $this->code(),
					'looked_at' => $looked_at,
					'settled'   => $settled,
					'clash'     => $clash === null ? [] : [
						'kind'   => $clash->kind->value,
						'id'     => $clash->id,
						'key'    => $clash->key,
						'number' => $clash->number,
					],
				]
			)
		);
	}

	private function stored(): Values {
		$stored = json_decode( $this->options->get( self::OPTION ), true );
		$values = new Values( is_array( $stored ) ? $stored : [] );
		$is_ours = $values->text( 'account', '' ) === $this->site->known_account() && $values->text( 'code', '' ) === $this->code();
		return $is_ours ? $values : new Values( [] );
	}

	private function code(): string {
		return $this->settings->get()->shop_code;
	}
}

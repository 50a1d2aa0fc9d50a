<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Trials;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\Doctor\Kept\State;

/** What a trial says. Its codes are small letters, digits and hyphens: nothing of the account's own. */
final class Answers {

	/** @var array<string, array{State, string}> by assumption. */
	private array $given = [];

	/** @var array<string, int|string> */
	private array $notes = [];

	private ?\DateTimeImmutable $again_at = null;

	private ?string $why_open = null;

	/**
	 * @param array<string, int|string> $left by itself, before it asked for time.
	 * @param array<string, string>     $seen of each assumption, until now.
	 */
	public function __construct(
		private readonly array $left = [],
		private readonly array $seen = [],
	) {}

	/** What was seen of another assumption, as a code; empty: nothing. */
	public function seen( string $assumption ): string {
		return $this->given[ $assumption ][1] ?? $this->seen[ $assumption ] ?? '';
	}

	public function give( string $assumption, bool $is_as_expected, string $seen ): void {
		$this->given[ $assumption ] = [ $is_as_expected ? State::AsExpected : State::Otherwise, $seen ];
	}

	/** What has been seen already is the last word. */
	public function give_unless_given( string $assumption, bool $is_as_expected, string $seen ): void {
		if ( ! isset( $this->given[ $assumption ] ) ) {
			$this->give( $assumption, $is_as_expected, $seen );
		}
	}

	/** @param string $why as a code. */
	public function not_known( string $assumption, string $why ): void {
		$this->given[ $assumption ] = [ State::NotKnown, $why ];
	}

	/** Nothing more is known of what it asks than what was given. */
	public function leave_open( string $why ): void {
		$this->why_open = $why;
	}

	/** Null: it did not say. */
	public function why_open(): ?string {
		return $this->why_open;
	}

	/** @return array<string, array{State, string}> */
	public function given(): array {
		return $this->given;
	}

	public function note( string $name, int|string $value ): void {
		$this->notes[ $name ] = $value;
	}

	public function noted( string $name ): int|string|null {
		return $this->notes[ $name ] ?? $this->left[ $name ] ?? null;
	}

	/** @return array<string, int|string> */
	public function notes(): array {
		return $this->notes;
	}

	/** It is not through: it is to be run again, then. */
	public function wait_until( \DateTimeImmutable $moment ): void {
		$this->again_at = $moment;
	}

	public function again_at(): ?\DateTimeImmutable {
		return $this->again_at;
	}
}

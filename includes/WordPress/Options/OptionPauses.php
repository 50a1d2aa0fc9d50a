<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Options;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Pauses\Pause;
use OrderInvoicer\Domain\Pauses\Pauses;
use OrderInvoicer\WordPress\Tables\ProblemColumns;
use OrderInvoicer\WordPress\Tables\UtcTime;

/** One option per cause, and one per kind of work that waits alone, so that two never overwrite each other. */
final class OptionPauses implements Pauses {

	public const PREFIX = 'orderinvoicer_pause_';

	public function __construct( private readonly FreshOptions $options ) {}

	public function current(): ?Pause {
		$pauses = array_values(
			array_filter( $this->all(), static fn( Pause $pause ): bool => $pause->only === null )
		);
		usort(
			$pauses,
			static fn( Pause $one, Pause $other ): int => self::urgency( $one ) <=> self::urgency( $other )
		);
		return $pauses[0] ?? null;
	}

	public function pause( Effect $effect ): ?Pause {
		return $this->read( $this->options->get( $this->name_of( $effect ) ) );
	}

	public function partial(): array {
		return array_values( array_filter( $this->all(), static fn( Pause $pause ): bool => $pause->only !== null ) );
	}

	public function begin( Pause $pause ): void {
		$name   = $pause->only === null ? $this->name( $pause->problem->code ) : $this->name_of( $pause->only );
		$before = $this->read( $this->options->get( $name ) );
		$since  = $before->since ?? $pause->since;
		$this->options->set(
			$name,
			$this->write(
				new Pause( problem: $pause->problem, since: $since, until: $pause->until, only: $pause->only )
			)
		);
	}

	public function take_probe( Pause $pause, \DateTimeImmutable $next ): bool {
		return $this->options->replace(
			$this->name( $pause->problem->code ),
			$this->write( $pause ),
			$this->write( new Pause( $pause->problem, $pause->since, $next ) )
		);
	}

	public function end( ProblemCode $code ): bool {
		foreach ( $this->partial() as $pause ) {
			if ( $pause->problem->code === $code && $pause->only !== null ) {
				$this->end_of( $pause->only );
			}
		}
		return $this->options->delete( $this->name( $code ) );
	}

	public function end_of( Effect $effect ): void {
		$this->options->delete( $this->name_of( $effect ) );
	}

	/** @return list<Pause> */
	private function all(): array {
		return array_values(
			array_filter( array_map( $this->read( ... ), $this->options->starting_with( self::PREFIX ) ) )
		);
	}

	/** Those that need a person come first, then those that end by themselves. */
	private static function urgency( Pause $pause ): int {
		return $pause->problem->traits()->urgency ?? PHP_INT_MAX;
	}

	private function name( ProblemCode $code ): string {
		return self::PREFIX . $code->value;
	}

	private function name_of( Effect $effect ): string {
		return self::PREFIX . 'of_' . $effect->value;
	}

	private function write( Pause $pause ): string {
		return (string) wp_json_encode(
			[
				'problem' => ProblemColumns::columns( $pause->problem ),
				'since'   => UtcTime::to_column( $pause->since ),
				'until'   => $pause->until === null ? '' : UtcTime::to_column( $pause->until ),
				'only'    => $pause->only->value ?? '',
			]
		);
	}

	private function read( string $stored ): ?Pause {
		$value = json_decode( $stored, true );
		if (
			! is_array( $value )
			|| ! is_array( $value['problem'] ?? null )
			|| ! is_string( $value['since'] ?? null )
			|| ! is_string( $value['until'] ?? null )
		) {
			return null;
		}
		$code    = $value['problem']['error_code'] ?? '';
		$facts   = $value['problem']['error_message'] ?? '';
		$problem = is_string( $code ) && is_string( $facts ) ? ProblemColumns::read( $code, $facts ) : null;
		$only    = is_string( $value['only'] ?? null ) ? Effect::tryFrom( $value['only'] ) : null;
		return $problem === null
			? null
			: new Pause(
				problem: $problem,
				since: UtcTime::of_column( $value['since'] ),
				until: $value['until'] === '' ? null : UtcTime::of_column( $value['until'] ),
				only: $only
			);
	}
}

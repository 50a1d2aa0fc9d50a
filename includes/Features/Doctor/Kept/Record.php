<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Kept;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Assumptions\Assumption;

/** All that is kept of one account: what was found, what may stand at Sellsy still, and the run. */
final class Record {

	/** Sellsy was asked and answered, and not what it takes to see something. */
	private const ANOTHER_ANSWER = [ 'refused', 'not-seen', 'unreadable' ];

	/** The account has nothing any more of what it was about: what was otherwise is mended. */
	private const NONE = 'none';

	/**
	 * @param array<string, Finding> $findings by the name of the assumption.
	 * @param list<Trace>            $traces   oldest first.
	 */
	private function __construct(
		public readonly array $findings = [],
		public readonly array $traces = [],
		public readonly ?Run $run = null,
	) {}

	public static function none(): self {
		return new self();
	}

	public function found( Finding ...$findings ): self {
		$by_name = array_column( $findings, null, 'assumption' );
		return new self( array_replace( $this->findings, $by_name ), $this->traces, $this->run );
	}

	/**
	 * What cannot be seen now is not taken back where nothing could be asked, or where the careful way would be left.
	 */
	public function learnt( Finding $finding ): self {
		$known   = $this->findings[ $finding->assumption ] ?? null;
		$is_news = $finding->state !== State::NotKnown
			|| $known === null
			|| $known->state === State::NotKnown
			|| $finding->seen === self::NONE
			|| $known->revision < $finding->revision
			|| ( $known->state === State::AsExpected && in_array( $finding->seen, self::ANOTHER_ANSWER, true ) );
		return $is_news ? $this->found( $finding ) : $this;
	}

	/** Seen before the last run that asked all, which did not see it again. What real documents show no run asks. */
	public function is_earlier( Finding $finding ): bool {
		return $finding->state !== State::NotKnown
			&& Assumption::tryFrom( $finding->assumption )?->needs_final() !== true
			&& $this->run !== null
			&& $finding->at < $this->run->since();
	}

	public function with_run( ?Run $run ): self {
		return new self( $this->findings, $this->traces, $run );
	}

	public function trace( Thing $thing, string $mark ): ?Trace {
		foreach ( $this->traces as $trace ) {
			if ( $trace->thing === $thing && $trace->mark === $mark ) {
				return $trace;
			}
		}
		return null;
	}

	/** Drafts were tried, whatever came of it. */
	public function had_drafts(): bool {
		return isset( $this->findings[ Assumption::DraftKeepsFields->value ] );
	}

	/** @return list<Trace> what the next run deletes. */
	public function passing(): array {
		return array_values( array_filter( $this->traces, fn ( $one ) => ! $one->thing->is_of_drafts() ) );
	}

	/** @return list<Trace> what stays until a person deletes it: drafts, and what hangs on them. */
	public function staying(): array {
		return array_values( array_filter( $this->traces, fn ( $one ) => $one->thing->is_of_drafts() ) );
	}

	/** In place of the one of the same mark. */
	public function with_trace( Trace $trace ): self {
		$without = $this->without( $trace );
		return new self( $this->findings, [ ...$without->traces, $trace ], $this->run );
	}

	public function without( Trace $trace ): self {
		$is_another = static fn ( Trace $one ): bool => ! $one->is_same( $trace );
		return new self( $this->findings, array_values( array_filter( $this->traces, $is_another ) ), $this->run );
	}

	/** @return array<string, mixed> */
	public function to_array(): array {
		return [
			'findings' => array_map( static fn ( Finding $one ): array => $one->to_array(), $this->findings ),
			'traces'   => array_map( static fn ( Trace $one ): array => $one->to_array(), $this->traces ),
			'run'      => $this->run?->to_array(),
		];
	}

	public static function from( mixed $stored ): self {
		$stored   = is_array( $stored ) ? $stored : [];
		$findings = [];
		foreach ( self::list( $stored['findings'] ?? [] ) as $name => $finding ) {
			$findings[ (string) $name ] = Finding::from( (string) $name, $finding );
		}
		$traces = array_map( Trace::from( ... ), array_values( self::list( $stored['traces'] ?? [] ) ) );
		return new self(
			array_filter( $findings ),
			array_values( array_filter( $traces ) ),
			Run::from( $stored['run'] ?? null )
		);
	}

	/** @return array<mixed> */
	private static function list( mixed $stored ): array {
		return is_array( $stored ) ? $stored : [];
	}
}

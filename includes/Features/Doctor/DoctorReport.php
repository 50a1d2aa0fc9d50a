<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\Doctor\Kept\Finding;
use OrderInvoicer\Features\Doctor\Kept\Record;
use OrderInvoicer\Features\Doctor\Kept\State;
use OrderInvoicer\Features\Doctor\Kept\Trace;

/** What was found, fit to be posted in public: codes and moments, nothing of the account's own. */
final class DoctorReport {

	public const AS_EXPECTED   = 0;
	public const COULD_NOT_LOOK = 1;
	public const OTHERWISE     = 2;

	/** Why something is not known although it could be, as codes. */
	private const NOT_LOOKED_AT = [ 'no-answer', 'no-calls' ];

	public function __construct(
		private readonly DoctorText $text,
		private readonly AccessRights $rights,
		private readonly string $version,
	) {}

	/** @return array<string, mixed> */
	public function data( Record $record ): array {
		$run = $record->run;
		return [
			'report'      => 'orderinvoicer-doctor',
			'version'     => $this->version,
			'date'        => ( $run->ended_at ?? $run?->began_at )?->format( DATE_ATOM ),
			'run'         => $run === null ? 'none' : ( $run->is_over() ? 'over' : 'unfinished' ),
			'stopped'     => $run->stopped ?? '',
			'calls'       => $run->calls ?? 0,
			'rights'      => [
				'missing'  => $this->rights->missing( $run?->lacks() ?? [] ),
				'not-seen' => $this->rights->unseen(),
			],
			'left'        => array_count_values(
				array_map( static fn ( Trace $one ): string => $one->thing->value, $record->traces )
			),
			'assumptions' => array_map(
				static fn ( Finding $one ): array => self::finding( $one, $record->is_earlier( $one ) ),
				$record->findings
			),
		];
	}

	public function text( Record $record ): string {
		$lines = [];
		foreach ( $this->ordered( $record ) as $finding ) {
			$code    = "$finding->assumption: $finding->seen"; // For who helps.
			$lines[] = "[{$this->text->state( $finding )}] {$this->text->looked_at( $finding )} ($code)";
			$says    = $this->text->says( $finding );
			$lines   = $says === '' ? $lines : [ ...$lines, "    $says" ];
		}
		$real = array_filter( $record->findings, $this->text->takes_real_document( ... ) );
		if ( $real !== [] ) {
			$lines[] = $this->text->of_real_ones();
			foreach ( $real as $finding ) {
				$lines[] = "    – {$this->text->looked_at( $finding )}";
			}
		}
		return implode( "\n", [ ...$lines, '', ...$this->sums( $record ) ] );
	}

	/** Of the command. */
	public function exit_code( Record $record ): int {
		$missed = array_filter(
			$this->in_state( $record, State::NotKnown ),
			static fn ( Finding $one ): bool => in_array( $one->seen, self::NOT_LOOKED_AT, true )
		);
		return match ( true ) {
			$record->run?->is_over() !== true => self::COULD_NOT_LOOK,
			$this->in_state( $record, State::Otherwise ) !== [],
			$this->rights->waited_for( $record->run->lacks() ) !== [] => self::OTHERWISE,
			$missed !== [] => self::COULD_NOT_LOOK,
			default => self::AS_EXPECTED,
		};
	}

	/** @return list<string> */
	private function sums( Record $record ): array {
		$matter  = count( array_filter( $record->findings, $this->text->matters( ... ) ) );
		$unknown = count( $this->in_state( $record, State::NotKnown ) );
		$sums    = [
			$this->text->sum( count( $record->findings ) - $matter - $unknown, $matter, $unknown ),
			"Order Invoicer $this->version, " . gmdate( 'Y-m-d', $record->run?->began_at->getTimestamp() ),
		];
		$run = $record->run;
		$why = $run?->is_over() === true
			? $this->of_rights( $record, $run->lacks() )
			: [ $this->text->stopped( $run->stopped ?? '' ) ];
		array_unshift( $sums, ...$why );
		if ( $record->passing() !== [] ) {
			array_unshift( $sums, $this->text->left( count( $record->passing() ) ) );
		}
		if ( $record->staying() !== [] ) {
			array_unshift( $sums, $this->text->stays( count( $record->staying() ) ) );
		}
		return $sums;
	}

	/**
	 * @param list<string> $refused
	 * @return list<string>
	 */
	private function of_rights( Record $record, array $refused ): array {
		$text    = new DoctorRightText();
		$missing = $this->rights->waited_for( $refused );
		$unseen  = $text->unseen( $this->rights, $record->had_drafts() );
		return [
			...$text->missing( $missing, array_values( array_diff( $this->rights->missing( $refused ), $missing ) ) ),
			...( $unseen === '' ? [] : [ $unseen ] ),
		];
	}

	/** @return list<Finding> what matters first; without those that one sentence says. */
	private function ordered( Record $record ): array {
		$rank       = fn ( Finding $one ): int => match ( true ) {
			$this->text->matters( $one ) => 0,
			$one->state === State::NotKnown => 1,
			default => 2,
		};
		$said = array_filter( $record->findings, fn ( $one ) => ! $this->text->takes_real_document( $one ) );
		usort( $said, static fn ( Finding $one, Finding $other ): int => $rank( $one ) <=> $rank( $other ) );
		return $said;
	}

	/** @return list<Finding> */
	private function in_state( Record $record, State $state ): array {
		return array_values(
			array_filter( $record->findings, static fn ( Finding $one ): bool => $one->state === $state )
		);
	}

	/** @return array{state: string, seen: string, date: string, earlier: bool, version: string} */
	private static function finding( Finding $finding, bool $is_earlier ): array {
		return [
			'state'   => $finding->state->value,
			'seen'    => $finding->seen,
			'date'    => $finding->at->format( 'Y-m-d' ),
			'earlier' => $is_earlier,
			'version' => $finding->version,
		];
	}
}

<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\Doctor\Kept\Finding;
use OrderInvoicer\Features\Doctor\Kept\Record;
use OrderInvoicer\Features\Doctor\Kept\Run;

/** What the page shows of it. */
final class DoctorView {

	public function __construct(
		private readonly DoctorText $text,
		private readonly DoctorReport $report,
		private readonly DraftLinks $links,
		private readonly AccessRights $rights,
	) {}

	/**
	 * @param Progress|null $progress of the step that was just taken.
	 * @return array<string, mixed> as `doctor` in schemas.php describes it.
	 */
	public function view( Record $record, ?Progress $progress ): array {
		$run = $record->run;
		return [
			'state'     => self::state( $run ),
			'done'      => count( $run->tried ?? [] ),
			'steps'     => count( $run->to_do ?? [] ),
			'why'       => $this->why( $run, $progress ),
			// Another process of the site has its turn.
			'elsewhere' => self::state( $run ) === 'running' && $progress?->why === 'other',
			'looked_at' => $run?->ended_at?->format( DATE_ATOM ),
			'answers'   => array_map(
				fn ( Finding $one ): array => $this->answer( $one, $record->is_earlier( $one ) ),
				array_values( $record->findings )
			),
			'rights'    => $this->rights( $record ),
			'left'      => $this->links->of( $record ),
			'report'    => $this->report->text( $record ),
		];
	}

	private function why( ?Run $run, ?Progress $progress ): string {
		return match ( true ) {
			self::state( $run ) === 'stopped' => $this->text->stopped( $run->stopped ?? '' ),
			self::state( $run ) === 'running' && $progress?->state === Progress::WAITS
				=> $this->text->waits( $progress->why, self::about( $progress->seconds ) ),
			default => '',
		};
	}

	/** Who has the page read out hears each change: not one a second. */
	private static function about( int $seconds ): int {
		return $seconds > 10 ? 10 * intdiv( $seconds + 9, 10 ) : $seconds;
	}

	/** @return array{missing: list<string>, others: list<string>, unseen: list<string>, shown_by: string} */
	private function rights( Record $record ): array {
		$text    = new DoctorRightText();
		$is_over = $record->run?->is_over() === true;
		$refused = $record->run?->lacks() ?? [];
		$missing = $is_over ? $this->rights->waited_for( $refused ) : [];
		$all     = $is_over ? $this->rights->missing( $refused ) : [];
		return [
			'missing'  => $text->words( $missing ),
			'others'   => $text->words( array_values( array_diff( $all, $missing ) ) ),
			'unseen'   => $is_over ? $text->deeds( $this->rights->unseen() ) : [],
			'shown_by' => $is_over ? $text->shown_by( $this->rights, $record->had_drafts() ) : '',
		];
	}

	private static function state( ?Run $run ): string {
		return match ( true ) {
			$run === null => 'never',
			$run->is_over() => 'over',
			$run->stopped !== '' => 'stopped',
			default => 'running',
		};
	}

	/** @return array<string, bool|string|null> */
	private function answer( Finding $finding, bool $is_earlier ): array {
		return [
			'name'        => $finding->assumption,
			'question'    => $this->text->looked_at( $finding ),
			'state'       => $finding->state->value,
			'matters'     => $this->text->matters( $finding ),
			'asks'        => $this->text->asks( $finding ),
			'real'        => $this->text->takes_real_document( $finding ),
			'text'        => $this->text->says( $finding ),
			'seen_before' => $is_earlier ? $finding->at->format( DATE_ATOM ) : null,
		];
	}
}

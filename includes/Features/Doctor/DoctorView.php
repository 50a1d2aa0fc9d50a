<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\Doctor\Kept\Finding;
use OrderInvoicer\Features\Doctor\Kept\Record;
use OrderInvoicer\Features\Doctor\Kept\Run;
use OrderInvoicer\Features\Doctor\Kept\State;

/**
 * What the page shows of it.
 *
 * @phpstan-import-type DraftLinkAnswer from DraftLinks
 *
 * @phpstan-type DoctorFindingAnswer array{
 *     name: string,
 *     question: string,
 *     state: value-of<State>,
 *     // It is otherwise, and something follows of it.
 *     matters: bool,
 *     // And its owner does something about it.
 *     asks: bool,
 *     // Only a real document shows it, and none has so far.
 *     real: bool,
 *     text: string,
 *     // When it was seen, where the last run did not see it again.
 *     seen_before: Rfc3339|null,
 * }
 * @phpstan-type DoctorRightsAnswer array{
 *     // For which orders wait.
 *     missing: list<string>,
 *     // Missing too, and no order waits for it.
 *     others: list<string>,
 *     // What this access was not seen to do.
 *     unseen: list<string>,
 *     // What shows that. Empty where nothing is unseen.
 *     shown_by: string,
 * }
 * @phpstan-type DoctorAnswer array{
 *     // "stopped": it does not go on by itself. "why" says what to do.
 *     state: 'never'|'running'|'stopped'|'over',
 *     done: NaturalInt,
 *     steps: NaturalInt,
 *     // Why it stopped or waits. Empty for neither.
 *     why: string,
 *     // Another process of the site is at it.
 *     elsewhere: bool,
 *     // When it was last through.
 *     looked_at: Rfc3339|null,
 *     answers: list<DoctorFindingAnswer>,
 *     // In words. Empty until it is over.
 *     rights: DoctorRightsAnswer,
 *     // What a person may delete: drafts, whom they are for, what Sellsy did not delete.
 *     left: list<DraftLinkAnswer>,
 *     // The same as one text: no names, numbers, amounts or keys.
 *     report: string,
 * }
 */
final class DoctorView {

	public function __construct(
		private readonly DoctorText $text,
		private readonly DoctorReport $report,
		private readonly DraftLinks $links,
		private readonly AccessRights $rights,
	) {}

	/**
	 * @param Progress|null $progress of the step that was just taken.
	 * @return DoctorAnswer as `doctor` in schemas.php describes it.
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

	/** @return DoctorRightsAnswer */
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

	/** @return 'never'|'running'|'stopped'|'over' */
	private static function state( ?Run $run ): string {
		return match ( true ) {
			$run === null => 'never',
			$run->is_over() => 'over',
			$run->stopped !== '' => 'stopped',
			default => 'running',
		};
	}

	/** @return DoctorFindingAnswer */
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

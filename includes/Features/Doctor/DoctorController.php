<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Failures\LeaseLost;
use OrderInvoicer\Features\Doctor\Kept\Finding;
use OrderInvoicer\Features\Doctor\Kept\Record;
use OrderInvoicer\Features\Doctor\Kept\Run;
use OrderInvoicer\Features\Doctor\Kept\State;
use OrderInvoicer\Rest\BaseController;

/**
 * Tries the connected account, a few steps a request.
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
final class DoctorController extends BaseController {

	/** No request is longer, but for the answer that it waits for: each answer shows how far it is. */
	private const SECONDS = 2;

	public function __construct(
		private readonly Doctor $doctor,
		private readonly DoctorRunner $runner,
		private readonly Account $account,
		private readonly DoctorText $text,
		private readonly DoctorReport $report,
		private readonly DraftLinks $links,
		private readonly AccessRights $rights,
	) {}

	public function routes(): array {
		return [
			$this->get( '/doctor', 'doctor', $this->read( ... ) ),
			$this->post( '/doctor', 'doctor', $this->begin( ... ), 'doctor-request' ),
			$this->post( '/doctor/step', 'doctor', $this->step( ... ) ),
		];
	}

	private function read(): \WP_REST_Response|\WP_Error {
		return $this->answered_with( static fn () => null );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function begin( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->answered_with(
			function () use ( $request ): Progress {
				$this->doctor->begin(
					$request->get_param( 'again' ) === true,
					$request->get_param( 'drafts' ) === true
				);
				return $this->runner->go_on( 0 );
			}
		);
	}

	private function step(): \WP_REST_Response|\WP_Error {
		return $this->answered_with( fn () => $this->runner->go_on( self::SECONDS ) );
	}

	/** @param \Closure(): ?Progress $act */
	private function answered_with( \Closure $act ): \WP_REST_Response|\WP_Error {
		if ( ! $this->account->is_configured() ) {
			return $this->refusal(
				'orderinvoicer_not_connected',
				__( 'Connect your Sellsy account first.', 'orderinvoicer' ),
				409
			);
		}
		try {
			$progress = $act();
			return $this->answer( 'doctor', $this->shown( $this->doctor->record(), $progress ) );
		} catch ( LeaseLost ) {
			return $this->refusal(
				'orderinvoicer_doctor_busy',
				__( 'Somebody else is at it already.', 'orderinvoicer' ),
				409
			);
		}
	}

	private function refusal( string $code, string $text, int $status ): \WP_Error {
		return new \WP_Error( $code, $text, [ 'status' => $status ] );
	}

	/**
	 * @param Progress|null $progress of the step that was just taken.
	 * @return DoctorAnswer as `doctor` in schemas.php describes it.
	 */
	private function shown( Record $record, ?Progress $progress ): array {
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
				fn ( Finding $one ): array => $this->finding( $one, $record->is_earlier( $one ) ),
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
	private function finding( Finding $finding, bool $is_earlier ): array {
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

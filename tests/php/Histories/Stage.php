<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Histories;

use OrderInvoicer\Domain\Money\Decimal;

/** Where a history is played: one order of a shop, and its documents at Sellsy. Amounts are TTC. */
interface Stage {

	/** An order that waits for its payment; the shop's hook is heard. */
	public function place( History $history ): void;

	/** @return Decimal what another order of the same buyer is worth, which is paid at once. */
	public function buys_again(): Decimal;

	/** How many there are, and were. */
	public function orders(): int;

	/** Of the first of them, as all that follows. */
	public function status(): string;

	/** With what a gift card or a wallet paid of it. */
	public function total(): Decimal;

	public function refunded(): Decimal;

	public function has_date_paid(): bool;

	/** Each of these saves the order; its hook is heard, unless the next one is not. */
	public function pays(): void;

	public function moves( string $status ): void;

	/** @param Decimal $ht what the product costs now, without VAT. */
	public function edits( Decimal $ht ): void;

	/** @param Decimal|null $ht of the line that is refunded, without VAT; null: a sum without lines. */
	public function refunds( Decimal $amount, ?Decimal $ht ): void;

	public function deletes_last_refund(): void;

	/** The owner in Sellsy, with the newest invoice that stands; nothing where that is not possible there. */
	public function owner_finalises(): void;

	/**
	 * @param bool $all also what a gift card or a wallet paid.
	 * @return Decimal|null what was due and is recorded now.
	 */
	public function owner_records( bool $all ): ?Decimal;

	public function owner_takes_off(): void;

	public function owner_cancels(): void;

	public function owner_deletes_draft(): void;

	public function owner_renames(): void;

	public function person_retries(): void;

	public function person_reissues(): void;

	public function person_did_it(): void;

	/** Bad luck, of what comes next. */
	public function hook_is_lost(): void;

	public function runner_dies( int $at ): void;

	public function answer_is_lost( int $which, bool $after_effect ): void;

	public function quota_is_used_up( int $which ): void;

	public function sellsy_is_away(): void;

	public function database_is_away(): void;

	public function copy_is_behind(): void;

	/** @return list<string> what Sellsy tells of its documents since this was asked last; none where nobody listens. */
	public function told(): array;

	/** @param list<string> $told is delivered, and the runner that it starts works. */
	public function hears( array $told ): void;

	/** @param int $seconds below zero: back. */
	public function clock_leaps( int $seconds ): void;

	public function backup_is_made(): void;

	/** All of the shop is as it was then; Sellsy keeps what it has. The shop was off for a while. */
	public function backup_is_put_back(): void;

	/** Time, with a pass each minute. */
	public function minutes( int $minutes ): void;

	/** Until nothing is under way; what went wrong ends. */
	public function rest(): void;

	/** What nobody is told of is looked at hour by hour. */
	public function a_day(): void;

	/**
	 * @return list<array{kind: string, is_draft: bool, is_cancelled: bool, total: Decimal, due: Decimal}> of everything
	 *         made, whatever its kind.
	 */
	public function documents(): array;

	/** @return list<Decimal> of the payments that the plugin recorded; money back is below zero. */
	public function payments(): array;

	/** @return list<array{task: string, state: string, problem: string, left_to_people: bool}> the order's rows. */
	public function rows(): array;
}

<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin\OrderList;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\AdminPage;
use OrderInvoicer\Admin\OrderRows;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Wording\ListText;
use OrderInvoicer\Wording\TaskText;

/**
 * One pill for each document of an order that matters, with WooCommerce's own colours and tooltips: what exists, is in
 * the works or needs a person. What was left out is shown only where there is nothing else to say.
 */
final class DocumentPills {

	/** What makes a document final, by what made the document. */
	private const FINAL = [
		'validate_invoice'    => Effect::CreateInvoice,
		'validate_creditnote' => Effect::CreateCreditNote,
	];

	public function __construct(
		private readonly TaskText $tasks,
		private readonly ListText $texts,
	) {}

	/**
	 * @param list<Task> $rows of one order.
	 * @return list<string> HTML: the reason is a tooltip, and read out.
	 */
	public function in_list( int $order_id, array $rows ): array {
		return $this->each(
			$rows,
			fn ( Task $task, ?Task $stopped ): string =>
				$this->linked( $this->url( $order_id, $task, $stopped ), $this->pill( $task, $stopped ) )
					. $this->pdf( $task )
		);
	}

	/**
	 * @param list<Task> $rows of one order.
	 * @return string HTML; empty where there is none.
	 */
	public function in_a_row( int $order_id, array $rows ): string {
		return implode( ' ', $this->in_list( $order_id, $rows ) );
	}

	/** The column is narrow, and WooCommerce would cut a longer text off: here its number takes a second line. */
	private function pill( Task $task, ?Task $stopped ): string {
		$text   = $this->texts->pill( $task, $stopped );
		$reason = $this->texts->reason( $task, $stopped );
		return sprintf(
			'<mark class="order-status %1$s tips" data-tip="%2$s" style="white-space: normal; line-height: 1.6;'
				. ' padding: 4px 0; margin: 2px 0"><span>%3$s</span></mark>'
				. '<span class="screen-reader-text"> – %4$s</span>',
			esc_attr( $this->colour( $task, $stopped ) ),
			esc_attr( wc_sanitize_tooltip( "$text – $reason" ) ),
			preg_replace( '/\S+-\S+/u', '<span style="display: inline-block">$0</span>', esc_html( $text ) ),
			esc_html( $reason )
		);
	}

	/**
	 * Where there is room, and nobody who would start tooltips: the reason stands beside it.
	 *
	 * @param list<Task> $rows of one order.
	 * @return list<string> HTML.
	 */
	public function with_reasons( int $order_id, array $rows ): array {
		return $this->each(
			$rows,
			fn ( Task $task, ?Task $stopped ): string => $this->linked(
				$this->url( $order_id, $task, $stopped ),
				esc_html( $this->texts->pill( $task, $stopped ) )
			) . ' – ' . esc_html( $this->texts->reason( $task, $stopped ) )
		);
	}

	/**
	 * @param list<Task>                        $rows
	 * @param \Closure( Task, ?Task ): string $show
	 * @return list<string>
	 */
	private function each( array $rows, \Closure $show ): array {
		$all     = new OrderRows( $rows );
		$shown   = [];
		$skipped = null;
		foreach ( $all->documents() as $row ) {
			if ( $row->state === TaskState::Skipped ) {
				$skipped = $row;
			} elseif ( ! $this->is_replaced( $row, $rows ) ) {
				$shown[] = $show( $row, $this->not_final( $row, $rows ) );
			}
		}
		foreach ( $all->follow_ups() as $row ) {
			if ( $row->state === TaskState::Attention && ! isset( self::FINAL[ $row->key->effect->value ] ) ) {
				$shown[] = $show( $row, null );
			}
		}
		return $shown === [] && $skipped !== null ? [ $show( $skipped, null ) ] : $shown;
	}

	/**
	 * The invoice that was issued anew stands in its place.
	 *
	 * @param list<Task> $rows
	 */
	private function is_replaced( Task $task, array $rows ): bool {
		foreach ( $task->state === TaskState::Attention ? [] : $rows as $other ) {
			if (
				$task->key->effect === Effect::CreateInvoice
				&& $other->key->effect === Effect::CreateInvoice
				&& $other->key->revision > $task->key->revision
				&& $other->was_at_sellsy()
			) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The row that could not make the document final.
	 *
	 * @param list<Task> $rows
	 */
	private function not_final( Task $task, array $rows ): ?Task {
		foreach ( $rows as $other ) {
			$made = self::FINAL[ $other->key->effect->value ] ?? null;
			if (
				$made === $task->key->effect
				&& $other->state === TaskState::Attention
				&& $other->key->refund_id === $task->key->refund_id
				&& $other->key->revision === $task->key->revision
			) {
				return $other;
			}
		}
		return null;
	}

	/** WooCommerce's words for its colours. */
	private function colour( Task $task, ?Task $stopped ): string {
		$is_draft = $task->remote_number === '' && $task->key->effect->creates()?->is_validated() === true;
		return match ( true ) {
			$stopped !== null, $task->state === TaskState::Attention => 'status-failed',
			$task->state === TaskState::Done => $is_draft ? 'status-completed' : 'status-processing',
			$task->state === TaskState::Skipped => 'status-cancelled',
			default => 'status-on-hold',
		};
	}

	/** Where somebody is needed, what to do; else Sellsy's page of the document; where there is none, what happened. */
	private function url( int $order_id, Task $task, ?Task $stopped ): string {
		$page     = $this->tasks->url( $task );
		$is_to_do = $stopped !== null || $task->state === TaskState::Attention;
		$ours     = AdminPage::url() . ( $is_to_do ? '#/todo' : '#/history' ) . "?order=$order_id";
		return ( $is_to_do || $page === '' ) && current_user_can( AdminPage::CAPABILITY ) ? $ours : $page;
	}

	/** Beside its pill, which leads to Sellsy. */
	private function pdf( Task $task ): string {
		$url = $this->tasks->pdf( $task );
		return $url === '' ? '' : sprintf(
			' <a href="%1$s" aria-label="%2$s">PDF</a>',
			esc_url( $url ),
			esc_attr( "PDF, {$this->tasks->document( $task )}" )
		);
	}

	private function linked( string $url, string $html ): string {
		return $url === '' ? $html : sprintf( '<a href="%1$s">%2$s</a>', esc_url( $url ), $html );
	}
}

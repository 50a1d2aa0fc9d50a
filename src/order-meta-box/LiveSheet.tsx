import { Failure } from '../components/Message';
import { History } from './components/History';
import type { Sheet } from './sheet';
import { useLiveSheet } from './useLiveSheet';

type LiveSheetProps = {
	sheet: Sheet;
	/** What `Admin\OrderBox` printed. */
	region: HTMLElement;
};

/** Keeps what the box says fresh, says politely what has changed, and tells the order's history. */
export function LiveSheet( { sheet, region }: LiveSheetProps ) {
	const { news, error, round, retry } = useLiveSheet( sheet, region );
	return (
		<>
			<div role="status" className="screen-reader-text">
				{ news }
			</div>
			{ error && <Failure error={ error } onRetry={ retry } /> }
			{ ( sheet.history || round > 0 ) && (
				<History orderId={ sheet.order_id } round={ round } />
			) }
		</>
	);
}

import { Card, CardBody } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { FetchedPart } from './FetchedPart';

type FoldProps = {
	title: string;
	/** What is set there, read without opening it. */
	set?: string;
	/** Names by which the search leads here. */
	holds?: string;
	/** Something there wants its owner: it stands open. */
	isNeeded?: boolean;
	children: React.ReactNode;
};

/** What most people look at seldom: made, and asked for, once somebody opens it. */
export function Fold( {
	title,
	set = '',
	holds,
	isNeeded = false,
	children,
}: FoldProps ) {
	const [ isOpen, setOpen ] = useState( false );
	const [ wasOpen, setWasOpen ] = useState( false );
	return (
		<Card className="orderinvoicer-section">
			<CardBody>
				<details
					className="orderinvoicer-more"
					data-holds={ holds }
					open={ isOpen || isNeeded }
					onToggle={ ( { currentTarget: details } ) => {
						// The browser has closed it already, and for React nothing has changed.
						details.open ||= isNeeded;
						setOpen( details.open );
						setWasOpen( wasOpen || details.open );
					} }
				>
					<summary>
						{ title }
						{ set && (
							<span className="orderinvoicer-muted orderinvoicer-more__set">
								{ set }
							</span>
						) }
					</summary>
					{ ( wasOpen || isNeeded ) && (
						<div className="orderinvoicer-stack">
							<FetchedPart>{ children }</FetchedPart>
						</div>
					) }
				</details>
			</CardBody>
		</Card>
	);
}

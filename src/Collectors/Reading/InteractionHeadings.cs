namespace InfluencerMap.Collectors;

/// <summary>The columns of interactions; from and to are needed.</summary>
internal enum InteractionColumn
{
    From, To, At, Role, Channel, Audience, Message, Sender, Weight, Minutes, Series, Cc, Bcc, Time, Direction,
}

/// <summary>What programs and people call the columns of interactions, in Italian and in English.</summary>
internal static class InteractionHeadings
{
    /// <summary>Whether columns are those of mails that Outlook saved as CSV.</summary>
    public static bool AreOfOutlook(string columns) =>
        columns.Contains(": (Address)", StringComparison.Ordinal)
        || columns.Contains(": (Indirizzo)", StringComparison.Ordinal);

    /// <summary>Whether a column holds who organised a meeting.</summary>
    public static bool IsOrganiser(string heading) => Headings.Normal(heading)
        is "organizzatore" or "organizzatoreriunione" or "organizer" or "organiser" or "meetingorganizer";

    /// <summary>A key, a colon, and its headings with commas between; each stands for one key at most.</summary>
    public static string[] Lines { get; } =
    [
        "from:mittente,da,sender,from address,sender address,from e-mail,sender e-mail,indirizzo mittente,"
            + "e-mail mittente,mittente e-mail,da indirizzo,inviato da,sent by,source,origine,organizzatore,organizer,"
            + "organiser,organizzatore riunione,meeting organizer,"
            + "chiamante,caller,autore,author,from user,sender smtp address",
        "to:destinatari,destinatario,a,recipient,recipients,to address,to addresses,recipient address,"
            + "recipient addresses,to e-mail,recipient e-mail,indirizzo destinatario,indirizzi destinatari,"
            + "e-mail destinatario,e-mail destinatari,destinatario e-mail,target,destinazione,partecipanti,"
            + "participants,attendees,partecipanti necessari,"
            + "partecipanti obbligatori,required attendees,invitati,chiamato,callee,to user,"
            + "sent to,recipient s,destinatario i",
        "at:data,date,data e ora,data ora,date time,date and time,datetime,timestamp,time stamp,data invio,"
            + "data di invio,data e ora di invio,data e ora invio,date sent,sent date,sent on,sent at,sent,sent time,"
            + "inviato,inviato il,data messaggio,message date,data ricezione,data di ricezione,ricevuto,ricevuto il,"
            + "received,received date,received on,quando,when,giorno,day,data inizio,data e ora inizio,inizio,start,"
            + "start time,start date,created at,created,creato il",
        "time:ora,orario,ora invio,ora di invio,time of day,ora inizio",
        "role:tipo destinatario,recipient type,recipient role",
        "channel:canale,mezzo,strumento",
        "audience:numero destinatari,n destinatari,recipient count,number of recipients",
        "message:message id,id messaggio,internet message id,messageid",
        "sender:inviato per conto da,delegato,delegate",
        "weight:peso,numero interazioni,n interazioni,number of interactions",
        "minutes:minuti,durata,durata minuti,durata in minuti,duration,duration minutes,duration in minutes,"
            + "duration min,durata min,minutes duration",
        "series:serie,id serie,series id,series master id",
        "cc:copia,in copia,copia conoscenza,cc address,cc addresses,cc recipients,copia per conoscenza,carbon copy,"
            + "indirizzi cc,destinatari cc,destinatari in copia",
        "bcc:ccn,copia nascosta,bcc address,bcc addresses,bcc recipients,copia conoscenza nascosta,blind carbon copy,"
            + "destinatari ccn",
        "direction:type,direzione",
    ];
}
